package ca.vitaravox.ports.patient;

import java.util.Random;

/**
 * Makes fictional health numbers whose check digit is right, by another road than {@link HealthNumber} checks them.
 */
final class HealthNumbers {
    private final Random random;

    HealthNumbers(long seed) {
        this.random = new Random(seed);
    }

    /** British Columbia: digits 2 to 9 count 2, 4, 8, ... 256; with the tenth they make a multiple of eleven. */
    String britishColumbian() {
        while (true) {
            String digits = digits(8);
            int sum = 0;
            for (int i = 7; i >= 0; i--) {
                sum = 2 * (sum + digits.charAt(i) - '0');
            }
            int check = Math.floorMod(-sum, 11);
            if (check >= 1 && check <= 9) {
                return "9" + digits + check;
            }
        }
    }

    /** Ontario: every second digit from the right, the check digit not counted, doubled, and its digits summed. */
    String ontarian() {
        String digits = digits(9);
        StringBuilder counted = new StringBuilder();
        for (int i = 8; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            counted.append(i % 2 == 0 ? 2 * digit : digit);
        }
        int sum = counted.chars().map(digit -> digit - '0').sum();
        return digits + (1000 - sum) % 10;
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
