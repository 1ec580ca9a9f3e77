internal import HTTPTypes

/// What every response makes the browser refuse.
enum SecurityHeaders {
  /// Nothing from elsewhere, no script or style within a page, no frame round it.
  static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  static func add(to headers: inout HTTPFields) {
    headers[.contentSecurityPolicy] = policy
    headers[.xContentTypeOptions] = "nosniff"
    headers[.named("X-ViewContext-Options")] = "DENY"
    headers[.named("Referrer-Policy")] = "no-referrer"
    headers[.named("Cross-Origin-Opener-Policy")] = "same-origin"
    headers[.named("Cross-Origin-Resource-Policy")] = "same-origin"
    headers[.named("Permissions-Policy")] = "camera=(), microphone=(), geolocation=()"
    if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
  }
}
