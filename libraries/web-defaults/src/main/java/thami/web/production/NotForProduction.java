package thami.web.production;

import java.util.List;

/// The configuration is good for a demonstration only.
class NotForProduction extends RuntimeException {

    NotForProduction(List<String> reasons) {
        super(String.join("; ", reasons));
    }
}
