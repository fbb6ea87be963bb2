package thami.delivery;

import org.springframework.data.mongodb.core.index.Index;

/// All indexes of a service, declared in one place and created at start, or as soon as the store can be reached.
@FunctionalInterface
public interface IndexPlan {

    void declare(Declarations on);

    interface Declarations {
        Collection collection(String name);
    }

    interface Collection {
        Collection index(String name, Index index);
    }
}
