// A minimal Agora Chat token server; Go 1.18 or newer, standard library only.
//
//	AGORA_APP_CERTIFICATE=... go run token_server.go
//	curl -X POST http://localhost:8080/generate-user-token -H 'Content-Type: application/json' \
//	     -d '{"user_uuid": "alice", "expire": 3600}'
package main

import (
	"bytes"
	"compress/zlib"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"log"
	"math/big"
	"net/http"
	"os"
	"time"
)

const appID = "APP_ID_HERE"
const longest = 24 * 3600 // seconds; what Agora Chat documents

var appCertificate = os.Getenv("AGORA_APP_CERTIFICATE") // never in the source

func pack(values ...interface{}) []byte {
	var out bytes.Buffer
	for _, value := range values {
		if text, ok := value.([]byte); ok {
			binary.Write(&out, binary.LittleEndian, uint16(len(text)))
			out.Write(text)
		} else {
			binary.Write(&out, binary.LittleEndian, value)
		}
	}
	return out.Bytes()
}

func mac(key, message []byte) []byte {
	h := hmac.New(sha256.New, key)
	h.Write(message)
	return h.Sum(nil)
}

func userToken(user string, expire uint32) (string, error) {
	random, err := rand.Int(rand.Reader, big.NewInt(99_999_999))
	if err != nil {
		return "", err
	}
	issued, salt := uint32(time.Now().Unix()), uint32(random.Int64())+1
	// One service: Chat (5) with one privilege, user (1)
	info := pack([]byte(appID), issued, expire, salt, uint16(1), uint16(5), uint16(1), uint16(1), expire, []byte(user))
	key := mac(pack(salt), mac(pack(issued), []byte(appCertificate)))
	var out bytes.Buffer
	writer := zlib.NewWriter(&out)
	writer.Write(pack(mac(key, info)))
	writer.Write(info)
	writer.Close()
	return "007" + base64.StdEncoding.EncodeToString(out.Bytes()), nil
}

func answer(w http.ResponseWriter, status int, name, text string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]string{name: text})
}

func generate(w http.ResponseWriter, r *http.Request) {
	wanted := struct {
		User   string `json:"user_uuid"`
		Expire uint32 `json:"expire"`
	}{Expire: 3600}
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 65536)).Decode(&wanted)
	if r.Method != http.MethodPost || err != nil || wanted.User == "" || wanted.Expire < 1 || wanted.Expire > longest {
		answer(w, http.StatusBadRequest, "error", "bad user_uuid or expire")
		return
	}
	// Check here, by your own sign-in, that whoever asks is this user.
	token, err := userToken(wanted.User, wanted.Expire)
	if err != nil {
		answer(w, http.StatusInternalServerError, "error", "no random numbers")
		return
	}
	answer(w, http.StatusOK, "token", token)
}

func main() {
	if appCertificate == "" {
		log.Fatal("AGORA_APP_CERTIFICATE is not set")
	}
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	http.HandleFunc("/generate-user-token", generate)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+port, nil))
}
