"""What an administrator does and is told: set up, doctor, status, metrics, backup and verify."""
