package thami.web;

/// Links of this purpose can neither be made nor read.
class LinkKeyMissing extends RuntimeException {

    LinkKeyMissing(String purpose) {
        super("thami.links.keys." + purpose + " is not set (a file of this name in THAMI_SECRETS)");
    }
}
