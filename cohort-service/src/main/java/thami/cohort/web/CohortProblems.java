package thami.cohort.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.PRECONDITION_REQUIRED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import thami.cohort.intake.AdmissionStands;
import thami.cohort.intake.AlreadyCertified;
import thami.cohort.intake.DecidedMeanwhile;
import thami.cohort.intake.FewerSeatsThanGiven;
import thami.cohort.intake.LegalBasisStands;
import thami.cohort.intake.NoSeatLeft;
import thami.cohort.intake.NoSuchCandidate;
import thami.cohort.intake.NoSuchIntake;
import thami.cohort.intake.StandsOtherwise;
import thami.cohort.intake.TooManyDecisions;
import thami.cohort.participation.AlreadyCompleted;
import thami.cohort.participation.CompletedBeforeTheStart;
import thami.cohort.participation.CompletedInTheFuture;
import thami.cohort.participation.NoSuchModule;
import thami.cohort.participation.NoSuchParticipation;
import thami.cohort.participation.NotCompleted;
import thami.cohort.participation.NotEnrolled;
import thami.cohort.participation.NotInTheCurriculum;
import thami.cohort.participation.RecordedMeanwhile;
import thami.cohort.planning.CallIsClosed;
import thami.cohort.planning.CallIsOver;
import thami.cohort.planning.CohortIsCancelled;
import thami.cohort.planning.FlawedPlan;
import thami.cohort.planning.FoundationsStand;
import thami.cohort.planning.KeyReused;
import thami.cohort.planning.NoSuchCohort;
import thami.cohort.planning.NotPublished;
import thami.cohort.planning.StaleChange;
import thami.web.Problem;
import thami.web.Problems;

/// What a broken rule is answered with.
@RestControllerAdvice
class CohortProblems {

    private final Problems problems;
    private final RulesInWords rules;

    CohortProblems(Problems problems, RulesInWords rules) {
        this.problems = problems;
        this.rules = rules;
    }

    @ExceptionHandler({
        NoSuchCohort.class,
        NoSuchCandidate.class,
        NoSuchParticipation.class,
        NoSuchModule.class,
        NotInTheCurriculum.class
    })
    Problem unknown(RuntimeException refused) {
        return problem(NOT_FOUND, refused);
    }

    @ExceptionHandler({
        CohortIsCancelled.class,
        FoundationsStand.class,
        CallIsClosed.class,
        CallIsOver.class,
        NotPublished.class,
        NoSuchIntake.class,
        NoSeatLeft.class,
        StandsOtherwise.class,
        DecidedMeanwhile.class,
        TooManyDecisions.class,
        AdmissionStands.class,
        LegalBasisStands.class,
        FewerSeatsThanGiven.class,
        AlreadyCertified.class,
        AlreadyCompleted.class,
        NotCompleted.class,
        RecordedMeanwhile.class,
        NotEnrolled.class
    })
    Problem conflict(RuntimeException refused) {
        return problem(CONFLICT, refused);
    }

    @ExceptionHandler({CompletedInTheFuture.class, CompletedBeforeTheStart.class})
    Problem impossibleDate(RuntimeException refused) {
        return problem(UNPROCESSABLE_CONTENT, refused).withError("completedOn", rules.codeOf(refused));
    }

    @ExceptionHandler
    Problem flawed(FlawedPlan flawed) {
        var problem = problems.problem(UNPROCESSABLE_CONTENT, "flawed-plan");
        for (var flaw : flawed.flaws()) problem = problem.withError(PlanFlaws.field(flaw), PlanFlaws.code(flaw));
        return problem;
    }

    @ExceptionHandler
    Problem reused(KeyReused reused) {
        return problem(UNPROCESSABLE_CONTENT, reused);
    }

    @ExceptionHandler({StaleChange.class, Tag.NoLongerMatches.class})
    Problem stale(RuntimeException stale) {
        return problem(PRECONDITION_FAILED, stale);
    }

    @ExceptionHandler
    Problem malformed(Cursor.MalformedCursor malformed) {
        return problems.problem(BAD_REQUEST, "malformed-cursor");
    }

    /// Only `If-Match` has a status of its own; the others are simply missing.
    @ExceptionHandler
    Problem missing(MissingRequestHeaderException missing) throws MissingRequestHeaderException {
        if (!"If-Match".equals(missing.getHeaderName())) throw missing;
        return problems.problem(PRECONDITION_REQUIRED, "if-match-missing");
    }

    private Problem problem(HttpStatus status, RuntimeException refused) {
        var said = rules.say(refused);
        return problems.problem(status, said.code(), said.in(LocaleContextHolder.getLocale()));
    }
}
