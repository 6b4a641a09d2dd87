"""What tests commit is taken away by putting the migrated database back, not by making the fixed site again."""
