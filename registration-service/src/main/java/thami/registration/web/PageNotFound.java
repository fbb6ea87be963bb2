package thami.registration.web;

/// There is nothing under this address.
final class PageNotFound extends RuntimeException {

    PageNotFound(String what) {
        super(what);
    }
}
