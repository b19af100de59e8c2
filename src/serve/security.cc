#include "serve/security.h"

namespace kaynak::serve_detail {

void add_security_headers(Response* response) {
  response->set("Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self' https: data:; "
                "font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
                "frame-ancestors 'none'");
  response->set("X-Content-Type-Options", "nosniff");
  // Not "no-referrer": browsers would then send "Origin: null" with our own comment form.
  response->set("Referrer-Policy", "strict-origin-when-cross-origin");
  response->set("Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
  response->set("Cross-Origin-Opener-Policy", "same-origin");
  response->set("Cross-Origin-Resource-Policy", "same-origin");
  response->set("X-Frame-Options", "DENY");
}

}  // namespace kaynak::serve_detail
