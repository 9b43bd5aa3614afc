/** Small words within a name, as alternatives of a pattern: `Ursula von der Leyen`, `Karim al Masri`. */
export const nameParticles =
  'de|la|las|le|los|del|della|da|di|do|dos|du|von|van|der|den|ter|ten|zu|al|el|bin|bint|ibn|abu|y';
