/// Words, links and the way to the mail server: letters from templates, mails over SMTP, guarded by Resilience4j.
///
/// What is to be sent, and when, is decided elsewhere; nothing here reads or writes the store.
@NullMarked
package thami.notification.mail;

import org.jspecify.annotations.NullMarked;
