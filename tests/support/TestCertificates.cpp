// SPDX-License-Identifier: Apache-2.0
#include "tests/support/TestCertificates.h"

#include <QHostAddress>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

namespace support {
namespace {

template<auto Free>
struct Freeing
{
    template<class T>
    void operator()(T* value) const
    {
        Free(value);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freeing<X509_free>>;
using Bio = std::unique_ptr<BIO, Freeing<BIO_vfree>>;

QByteArray bytesOf(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

void addExtension(X509* certificate, X509* issuer, int id, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, id, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Key readKey(const QSslKey& key)
{
    const QByteArray pem = key.toPem();
    Bio bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return Key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
}

Certificate readCertificate(const QSslCertificate& certificate)
{
    const QByteArray pem = certificate.toPem();
    Bio bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return Certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

} // namespace

TestCertificate makeCertificate(const CertificateWish& wish)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    X509* x = certificate.get();
    X509_set_version(x, 2);
    unsigned int serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
    ASN1_INTEGER_set(X509_get_serialNumber(x), long(serial >> 1) + 1);
    X509_gmtime_adj(X509_getm_notBefore(x), wish.notBeforeS);
    X509_gmtime_adj(X509_getm_notAfter(x), wish.notAfterS);
    X509_set_pubkey(x, key.get());
    X509_NAME* name = X509_get_subject_name(x);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>(wish.name.constData()), -1, -1, 0);

    const Certificate issuer = wish.issuer ? readCertificate(wish.issuer->certificate) : nullptr;
    const Key issuerKey = wish.issuer ? readKey(wish.issuer->key) : nullptr;
    X509_set_issuer_name(x, issuer ? X509_get_subject_name(issuer.get()) : name);
    addExtension(x, issuer ? issuer.get() : x, NID_basic_constraints,
                 wish.authority ? "critical,CA:TRUE" : "CA:FALSE");
    const bool address = QHostAddress().setAddress(QString::fromLatin1(wish.name));
    addExtension(x, issuer ? issuer.get() : x, NID_subject_alt_name, (address ? "IP:" : "DNS:") + wish.name);
    X509_sign(x, issuerKey ? issuerKey.get() : key.get(), EVP_sha256());

    const Bio certificateBio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificateBio.get(), x);
    const Bio keyBio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(keyBio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {QSslCertificate(bytesOf(certificateBio.get())), QSslKey(bytesOf(keyBio.get()), QSsl::Ec)};
}

} // namespace support
