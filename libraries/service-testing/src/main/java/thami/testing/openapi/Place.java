package thami.testing.openapi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Where a value stands in a body.
///
/// @param steps names of properties and indexes of items, from the outside to the inside
record Place(List<Object> steps) {

    static final Place TOP = new Place(List.of());

    Place then(Object step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new Place(List.copyOf(longer));
    }

    /// As problems name it: `modules[0].units`.
    String field() {
        var field = new StringBuilder();
        for (var step : steps) {
            if (step instanceof Integer index) field.append('[').append(index).append(']');
            else field.append(field.isEmpty() ? "" : ".").append(step);
        }
        return field.toString();
    }

    /// The same body, but for this place.
    ///
    /// @param value nothing to leave it out
    JsonNode changed(JsonNode body, @Nullable JsonNode value) {
        var changed = body.deepCopy();
        var around = changed;
        for (var step : steps.subList(0, steps.size() - 1))
            around = step instanceof Integer index ? around.get(index) : around.get((String) step);
        set(around, steps.getLast(), value);
        return changed;
    }

    private static void set(JsonNode around, Object step, @Nullable JsonNode value) {
        switch (around) {
            case ArrayNode list when value == null -> list.remove((Integer) step);
            case ArrayNode list -> list.set((Integer) step, value);
            case ObjectNode object when value == null -> object.remove((String) step);
            case ObjectNode object -> object.set((String) step, value);
            default -> throw new IllegalArgumentException("nothing can stand in " + around);
        }
    }
}
