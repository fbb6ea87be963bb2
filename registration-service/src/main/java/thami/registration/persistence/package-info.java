/// How applications, calls and requests for links lie in MongoDB.
///
/// Every index of the service is declared here, in one class.
@NullMarked
package thami.registration.persistence;

import org.jspecify.annotations.NullMarked;
