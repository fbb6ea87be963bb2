/// How recipients, notifications and calls lie in MongoDB, and by which indexes they are found.
///
/// No rule of the business stands here.
@NullMarked
package thami.notification.persistence;

import org.jspecify.annotations.NullMarked;
