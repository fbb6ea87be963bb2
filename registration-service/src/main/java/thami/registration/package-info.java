/// Taking applications and keeping people informed about theirs: the applications, the calls they answer,
/// the rules of both.
///
/// Nothing here knows of HTTP, Kafka or JSON; whether somebody is admitted is decided elsewhere and only
/// shown here.
@NullMarked
package thami.registration;

import org.jspecify.annotations.NullMarked;
