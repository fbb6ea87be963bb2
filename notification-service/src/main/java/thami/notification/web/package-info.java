/// What staff see and order, over JSON and on pages.
///
/// No rule of the business stands here, and no secret of a link is shown.
@NullMarked
package thami.notification.web;

import org.jspecify.annotations.NullMarked;
