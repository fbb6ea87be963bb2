package thami.planted;

import java.time.LocalDateTime;

record PlantedV1(LocalDateTime at) {}
