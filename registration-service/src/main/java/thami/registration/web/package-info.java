/// What people and programs see of registration-service: the pages, the HTTP API, and who may do what.
///
/// Requests become use cases and answers become words here; no rule of the programme may be decided here.
@NullMarked
package thami.registration.web;

import org.jspecify.annotations.NullMarked;
