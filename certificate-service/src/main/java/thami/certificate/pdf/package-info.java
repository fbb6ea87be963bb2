/// How a certificate is set, printed and sealed: PDF/A-3a and PDF/UA-1 from one render, with a PAdES seal on it.
///
/// Nothing of a person is kept here between two certificates; what is decided about people is decided elsewhere.
@NullMarked
package thami.certificate.pdf;

import org.jspecify.annotations.NullMarked;
