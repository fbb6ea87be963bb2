/// Who must be told what, and what became of it: recipients, notifications, and the rules of sending.
///
/// Nothing here knows of Kafka, HTTP, SMTP or templates; the time is passed in.
@NullMarked
package thami.notification;

import org.jspecify.annotations.NullMarked;
