/// How people and programs reach entitlements and certificates: JSON interfaces, pages for staff, holders and
/// verifiers.
///
/// Translation only: what may be released, by whom and when is decided elsewhere.
@NullMarked
package thami.certificate.web;

import org.jspecify.annotations.NullMarked;
