extension String {
    /// With the full-width forms of ASCII, as Chinese input methods write digits and signs, in their usual width:
    /// `１２３４５，ａ` becomes `12345,a`.
    package var halfWidth: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                    case 0x3000: " "
                    default: scalar
                    }
                }))
    }
}
