// A minimal Agora Chat token server; Java 11 or newer, no libraries.
//   AGORA_APP_CERTIFICATE=... java TokenServer.java
//   curl -X POST http://localhost:8080/generate-user-token -H 'Content-Type: application/json' \
//        -d '{"user_uuid": "alice", "expire": 3600}'
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class TokenServer {
    static final String APP_ID = "APP_ID_HERE";
    static final String APP_CERTIFICATE = System.getenv("AGORA_APP_CERTIFICATE"); // never in the source
    static final int LONGEST = 24 * 3600; // seconds; what Agora Chat documents
    static final SecureRandom RANDOM = new SecureRandom();
    // Enough for this one request; take your JSON library where you have one. User IDs without escapes.
    static final Pattern USER = Pattern.compile("\"user_uuid\"\\s*:\\s*\"([^\"\\\\]+)\"");
    static final Pattern EXPIRE = Pattern.compile("\"expire\"\\s*:\\s*(-?\\d{1,9})(?![\\d.eE])");

    static byte[] u16(int value) {
        return ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) value).array();
    }

    static byte[] u32(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) out.writeBytes(part);
        return out.toByteArray();
    }

    static byte[] packed(byte[] bytes) {
        return joined(u16(bytes.length), bytes);
    }

    static byte[] mac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    static String userToken(String user, int expire) throws GeneralSecurityException, IOException {
        int issued = (int) Instant.now().getEpochSecond();
        int salt = RANDOM.nextInt(99_999_999) + 1;
        // One service: Chat (5) with one privilege, user (1)
        byte[] service = joined(u16(5), u16(1), u16(1), u32(expire), packed(user.getBytes(StandardCharsets.UTF_8)));
        byte[] info = joined(packed(APP_ID.getBytes(StandardCharsets.UTF_8)), u32(issued), u32(expire), u32(salt),
                u16(1), service);
        byte[] key = mac(u32(salt), mac(u32(issued), APP_CERTIFICATE.getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
            zlib.write(joined(packed(mac(key, info)), info));
        }
        return "007" + Base64.getEncoder().encodeToString(out.toByteArray());
    }

    static void answer(HttpExchange exchange, int status, String name, String text) throws IOException {
        byte[] body = ("{\"" + name + "\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static void generate(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readNBytes(65536), StandardCharsets.UTF_8);
        Matcher user = USER.matcher(body);
        Matcher lifetime = EXPIRE.matcher(body);
        int expire = lifetime.find() ? Integer.parseInt(lifetime.group(1)) : body.contains("\"expire\"") ? 0 : 3600;
        if (!exchange.getRequestMethod().equals("POST") || !user.find() || expire < 1 || expire > LONGEST) {
            answer(exchange, 400, "error", "bad user_uuid or expire");
            return;
        }
        // Check here, by your own sign-in, that whoever asks is this user.
        try {
            answer(exchange, 200, "token", userToken(user.group(1), expire));
        } catch (GeneralSecurityException e) {
            answer(exchange, 500, "error", "no HMAC-SHA256");
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (APP_CERTIFICATE == null) throw new IllegalStateException("AGORA_APP_CERTIFICATE is not set");
        String port = System.getenv().getOrDefault("PORT", "8080");
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(port)), 0);
        server.createContext("/generate-user-token", TokenServer::generate);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }
}
