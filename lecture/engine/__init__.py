"""The drawing service: jobs are drawn by workers, and what they make is put into its folder."""
