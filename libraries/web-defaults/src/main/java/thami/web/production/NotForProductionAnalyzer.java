package thami.web.production;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says it in a line instead of a stack trace.
class NotForProductionAnalyzer extends AbstractFailureAnalyzer<NotForProduction> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, NotForProduction cause) {
        return new FailureAnalysis(
                "Refused to start: " + cause.getMessage() + ".",
                "Set them (docs/operations.md), or start the demonstration with ./thami.",
                cause);
    }
}
