namespace System;

/// <summary>Members of <see cref="char"/> that .NET Standard 2.0 lacks.</summary>
internal static class CharPolyfills
{
    extension(char)
    {
        /// <summary>Whether a character is a digit from 0 to 9. <see cref="char.IsDigit(char)"/> accepts the digits of all scripts.</summary>
        public static bool IsAsciiDigit(char c) => c is >= '0' and <= '9';

        /// <summary>Whether a character is a letter from A to Z, in upper or lower case, or a digit from 0 to 9.</summary>
        public static bool IsAsciiLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
    }
}
