"""Rules over the model's choice as a whole: what stands around and inside an article goes, what belongs to it comes back."""
