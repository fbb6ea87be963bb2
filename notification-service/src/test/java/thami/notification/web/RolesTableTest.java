package thami.notification.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import thami.testing.RolesTable;
import thami.web.Access;

class RolesTableTest {

    @Test
    void saysWhatTheServiceAllowsAndNothingElse() {
        var allowed = new WebConfiguration()
                .access().all().stream().map(Access.Rule::toString).collect(toCollection(TreeSet::new));

        assertThat(allowed).containsExactlyElementsOf(RolesTable.of("notification"));
    }
}
