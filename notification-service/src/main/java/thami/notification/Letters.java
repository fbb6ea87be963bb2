package thami.notification;

import org.jspecify.annotations.Nullable;

/// Finds the words for an occasion, in the person's language.
public interface Letters {

    /// @param call the call it is about, if we have heard of it
    Letter write(Occasion occasion, Recipient recipient, @Nullable Call call);

    /// What the mark in the letter's link stands for today: made for the moment of sending, never stored.
    String secret(Occasion occasion, Recipient recipient);
}
