package thami.certificate;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import thami.testing.Roles;
import thami.web.Access;

/// Each role at each path of `docs/roles.csv`.
class RolesTest extends WholeService {

    @TestFactory
    Stream<DynamicNode> whoMayMay(@Autowired Roles roles, @Autowired Access access) {
        return roles.tests(access.all());
    }
}
