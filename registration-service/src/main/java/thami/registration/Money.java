package thami.registration;

import java.math.BigDecimal;

/// @param currency ISO 4217
public record Money(BigDecimal amount, String currency) {}
