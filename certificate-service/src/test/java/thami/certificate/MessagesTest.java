package thami.certificate;

import thami.testing.InBothLanguages;

class MessagesTest implements InBothLanguages {}
