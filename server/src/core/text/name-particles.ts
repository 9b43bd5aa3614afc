/** Small words within a name, as alternatives of a pattern: `Ursula von der Leyen`, `Karim al Masri`, `Piet van ’t Hof`. */
export const nameParticles =
  "de|la|las|le|los|del|dela|della|dei|da|di|do|dos|du|von|vom|van|der|den|ter|ten|zu|zum|zur|['’]t|al|el|bin|bint|ibn|abu|y";
