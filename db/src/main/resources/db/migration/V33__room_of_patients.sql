-- What is becoming, or has just become, an appointment of a patient: counted when another is to be written for them.
CREATE INDEX slots_of_patient ON slots (clinic_id, booked_for) WHERE blocks AND booked_for IS NOT NULL;
