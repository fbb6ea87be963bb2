package thami.certificate;

/// The programme version somebody took part in, for instance ThAMI plus.
public record Programme(String code, String title) {}
