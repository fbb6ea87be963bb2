package thami.planted.web;

public final class PlantedEdge {}
