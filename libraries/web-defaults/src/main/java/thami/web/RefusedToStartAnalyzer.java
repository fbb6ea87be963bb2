package thami.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says it in a line instead of a stack trace.
class RefusedToStartAnalyzer extends AbstractFailureAnalyzer<RefusedToStart> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, RefusedToStart cause) {
        return new FailureAnalysis(
                "Refused to start: " + cause.getMessage() + ".",
                "Set what is named (docs/operations.md), or start the demonstration with ./thami.",
                cause);
    }
}
