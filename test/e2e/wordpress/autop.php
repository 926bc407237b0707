<?php
// Prints what WordPress makes of texts of its classic editor. Argument: the folder of WordPress. Input and output: JSON.
define('ABSPATH', rtrim($argv[1], '/') . '/');
define('WPINC', 'wp-includes');
require ABSPATH . 'wp-includes/formatting.php';
echo json_encode(array_map(fn($text) => wpautop($text), json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR)));
