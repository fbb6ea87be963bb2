package thami.certificate.web;

/// This link opens nothing.
final class LinkWorthless extends RuntimeException {}
