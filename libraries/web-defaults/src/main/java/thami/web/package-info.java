/// What every service's pages and HTTP interfaces have in common: who may do what, problems, language, look,
/// links to people. Mechanism only: no word of the programme may stand here.
@NullMarked
package thami.web;

import org.jspecify.annotations.NullMarked;
