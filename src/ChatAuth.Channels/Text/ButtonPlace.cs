namespace ChatAuth.Channels;

/// <summary>Where buttons stand, from the top: what to choose first, ways elsewhere last.</summary>
internal enum ButtonPlace
{
    Choice,
    Answer,
    Deed,
    Page,
    Way,
}
