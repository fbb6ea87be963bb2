package thami.registration;

import thami.testing.InBothLanguages;

class MessagesTest implements InBothLanguages {}
