package org.loadline.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** Ed25519 keys and signatures; keys stand in PEM files, as other tools write and read them. */
public final class SigningKeys {
  /** What signatures are called. */
  public static final String ALGORITHM = "Ed25519";

  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";

  private SigningKeys() {}

  /** A new pair, of the system's randomness. */
  public static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** PKCS#8, in PEM. */
  public static String pem(PrivateKey key) {
    return pem(PRIVATE, key.getEncoded());
  }

  /** X.509, in PEM. */
  public static String pem(PublicKey key) {
    return pem(PUBLIC, key.getEncoded());
  }

  private static String pem(String kind, byte[] bytes) {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(bytes);
    return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
  }

  /** The private key in a PEM file; empty if there is none of Ed25519. */
  public static Optional<PrivateKey> privateKey(String pem) {
    return body(pem, PRIVATE)
        .flatMap(
            bytes -> {
              try {
                PrivateKey key =
                    KeyFactory.getInstance(ALGORITHM)
                        .generatePrivate(new PKCS8EncodedKeySpec(bytes));
                return key instanceof EdECPrivateKey ? Optional.of(key) : Optional.empty();
              } catch (GeneralSecurityException none) {
                return Optional.empty();
              }
            });
  }

  /** The public key in a PEM file; empty if there is none of Ed25519. */
  public static Optional<PublicKey> publicKey(String pem) {
    return body(pem, PUBLIC).flatMap(SigningKeys::decoded);
  }

  private static Optional<byte[]> body(String pem, String kind) {
    String begin = "-----BEGIN " + kind + "-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf("-----END " + kind + "-----");
    if (from < 0 || to < from) {
      return Optional.empty();
    }
    return bytes(pem.substring(from + begin.length(), to).replaceAll("\\s", ""));
  }

  private static Optional<byte[]> bytes(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** A public key as documents hold it: X.509 in base64. */
  static String encoded(PublicKey key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  static Optional<PublicKey> decoded(String base64) {
    return bytes(base64).flatMap(SigningKeys::decoded);
  }

  private static Optional<PublicKey> decoded(byte[] bytes) {
    try {
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
      boolean fits =
          key instanceof EdECPublicKey ed
              && ed.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
      return fits ? Optional.of(key) : Optional.empty();
    } catch (GeneralSecurityException none) {
      return Optional.empty();
    }
  }

  static String sign(byte[] bytes, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(bytes);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("a key that does not sign", unusable);
    }
  }

  static boolean verify(byte[] bytes, String base64, PublicKey key) {
    Optional<byte[]> value = bytes(base64);
    if (value.isEmpty()) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(bytes);
      return signature.verify(value.get());
    } catch (GeneralSecurityException damaged) {
      return false;
    }
  }

  /** Whether two keys are a pair. */
  public static boolean isPair(PrivateKey privateKey, PublicKey publicKey) {
    byte[] text = "pair".getBytes(StandardCharsets.US_ASCII);
    return verify(text, sign(text, privateKey), publicKey);
  }
}
