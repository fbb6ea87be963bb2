package thami.registration.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import thami.registration.Language;
import thami.registration.Money;
import thami.registration.Text;

/// What codes are called on a page. One that is not known here is shown as it came: cohort-service may add some.
@Component("labels")
class Labels {

    private final MessageSource messages;

    Labels(MessageSource messages) {
        this.messages = messages;
    }

    public String text(Text text) {
        return text.in(Language.of(LocaleContextHolder.getLocale().getLanguage()));
    }

    public String targetGroup(String code) {
        var words = messages.getMessage("target-group." + code, null, null, LocaleContextHolder.getLocale());
        return words == null ? code : words;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    public String language(Language language) {
        return of("language." + language.code());
    }

    public String money(Money money) {
        return Currency.availableCurrencies()
                .filter(known -> known.getCurrencyCode().equals(money.currency()))
                .findFirst()
                .map(known -> money(money.amount(), known))
                .orElseGet(() -> number(money.amount()) + " " + money.currency());
    }

    private static String money(BigDecimal amount, Currency currency) {
        var format = NumberFormat.getCurrencyInstance(LocaleContextHolder.getLocale());
        format.setCurrency(currency);
        return format.format(amount);
    }

    private static String number(BigDecimal amount) {
        var format = NumberFormat.getInstance(LocaleContextHolder.getLocale());
        format.setMinimumFractionDigits(2);
        return format.format(amount);
    }
}
