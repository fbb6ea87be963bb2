package thami.cohort.planning;

import java.util.List;
import java.util.Optional;

/// What has to be completed, and the version of the rules by which that is judged.
public record Curriculum(String ruleVersion, List<CourseModule> modules) {

    public Curriculum {
        modules = List.copyOf(modules);
    }

    public Optional<CourseModule> module(ModuleId id) {
        return modules.stream().filter(module -> module.id().equals(id)).findFirst();
    }

    public int units() {
        return modules.stream().mapToInt(CourseModule::units).sum();
    }

    boolean namesAModuleTwice() {
        return modules.stream().map(CourseModule::id).distinct().count() < modules.size();
    }
}
