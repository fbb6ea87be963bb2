package thami.cohort.planning;

import java.math.BigDecimal;

/// What taking part costs.
///
/// @param cents in the currency's hundredths, so that no store or JSON rounds it
/// @param currency ISO 4217
public record Fee(long cents, String currency) {

    public static Fee of(BigDecimal amount, String currency) {
        return new Fee(amount.movePointRight(2).longValueExact(), currency);
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(cents, 2);
    }
}
