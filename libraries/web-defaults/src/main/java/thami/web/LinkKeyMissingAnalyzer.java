package thami.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says it in a line instead of a stack trace.
class LinkKeyMissingAnalyzer extends AbstractFailureAnalyzer<LinkKeyMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, LinkKeyMissing cause) {
        return new FailureAnalysis(
                "Refused to start: " + cause.getMessage() + ".",
                "Set it (docs/operations.md), or start the demonstration with ./thami.",
                cause);
    }
}
